import Platform

/// Puts a live figure in the place of a drawn one, on the screen only; print keeps the drawings.
///
/// Options hold words for every value (`text`), the names of colours (`--accent`), which are looked up in the scheme that is shown,
/// and the name of what draws a band. Beside each figure come buttons that save it as a picture and its figures as CSV; the arrow
/// keys go along a figure and say each place.
enum ReportScript {
    /// The script with its few words.
    static func source(_ language: Language) -> String {
        let words = [
            ("picture", Bilingual("下载图片", "Save picture")), ("data", Bilingual("下载数据", "Save data")),
            ("keys", Bilingual("按左右方向键逐项查看", "arrow keys go along the figure")),
        ].map { "\($0):\"\($1.text(in: language))\"" }.joined(separator: ",")
        return "(function(){\nvar words={\(words)};\n" + colours + figures + saving + end
    }

    private static let colours = #"""
        var options=JSON.parse(document.getElementById("chart-options").textContent),live=[],
        root=document.documentElement,shapes={band:function(params,api){
        var low=api.coord([api.value(0),api.value(1)]),high=api.coord([api.value(0),api.value(2)]),wide=26;
        return{type:"rect",shape:{x:low[0]-wide/2,y:high[1],width:wide,height:Math.max(1,low[1]-high[1])},
        style:{fill:api.visual("color")}}}};
        function ready(value,key){
        if(Array.isArray(value)){return value.map(function(one){return ready(one)})}
        if(value&&typeof value==="object"){var made={};Object.keys(value).forEach(function(name){
        made[name]=ready(value[name],name)});return made}
        if(key==="renderItem"){return shapes[value]}
        if(typeof value==="string"&&value.slice(0,2)==="--"&&key!=="name"&&key!=="text"){
        return getComputedStyle(root).getPropertyValue(value).trim()}
        return value}
        function safe(text){return window.echarts.format.encodeHTML(String(text))}
        function tell(params){
        var list=(Array.isArray(params)?params:[params]).filter(function(one){return one.data&&one.data.text});
        if(!list.length){return""}
        var head=list[0].axisValueLabel||"";
        return (head?"<strong>"+safe(head)+"</strong><br>":"")+list.map(function(one){
        return '<span style="display:inline-block;width:10px;height:10px;border-radius:50%;margin-right:6px;background:'+
        safe(one.borderColor||one.color||"")+'"></span>'+safe(one.axisValueLabel?one.seriesName:one.name)+"　<b>"+safe(one.data.text)+"</b>"})
        .join("<br>")}

        """#

    private static let figures = #"""
        function dress(option){
        var made=ready(option);
        delete made.total;
        made.textStyle={fontFamily:getComputedStyle(document.body).fontFamily.replace(/"/g,"'"),color:ready("--ink")};
        made.tooltip.formatter=tell;
        made.tooltip.backgroundColor=ready("--paper");made.tooltip.borderColor=ready("--line");
        made.tooltip.textStyle={color:ready("--ink")};
        return made}
        function places(option){
        var axis=option.xAxis&&option.xAxis.data,series=option.series;
        if(axis){return axis.map(function(name,place){
        var parts=series.map(function(one){
        var item=one.renderItem?one.data.filter(function(band){return band.value[0]===place})[0]:one.data[place];
        return item&&item.text?one.name+" "+item.text:""}).filter(Boolean);
        return {name:name+": "+parts.join("; "),place:place}})}
        return series[0].data.map(function(item,place){return{name:item.name+": "+item.text,place:place}})}
        function start(id){
        var holder=document.getElementById(id);
        if(!holder||!window.echarts){return}
        var drawing=holder.querySelector("svg.chart"),box=document.createElement("div"),option=options[id];
        box.className="live";box.setAttribute("role","img");box.tabIndex=0;
        box.setAttribute("aria-label",drawing.getAttribute("aria-label")+" ("+words.keys+")");
        drawing.parentNode.insertBefore(box,drawing);
        var chart=window.echarts.init(box,null,{renderer:"svg"});
        chart.setOption(dress(option));drawing.style.display="none";
        var item={id:id,chart:chart,box:box,drawing:drawing,holder:holder};
        live.push(item);tools(item);keys(item);parts(item)}
        function keys(item){
        var stops=places(options[item.id]),at=-1;
        item.box.addEventListener("keydown",function(event){
        var step=event.key==="ArrowRight"?1:event.key==="ArrowLeft"?-1:0;
        if(!step){return}
        event.preventDefault();at=(at+step+stops.length)%stops.length;
        item.chart.dispatchAction(options[item.id].xAxis?
        {type:"showTip",x:item.chart.convertToPixel({xAxisIndex:0},stops[at].place),y:item.chart.getHeight()/2}:
        {type:"showTip",seriesIndex:0,dataIndex:stops[at].place});
        item.said.textContent=stops[at].name});
        item.box.addEventListener("blur",function(){item.chart.dispatchAction({type:"hideTip"})})}
        function parts(item){
        Array.prototype.forEach.call(item.holder.querySelectorAll(".key.parts li"),function(entry){
        var button=document.createElement("button");
        button.type="button";button.className="part";button.setAttribute("aria-pressed","true");
        while(entry.firstChild){button.appendChild(entry.firstChild)}
        entry.appendChild(button);
        button.addEventListener("click",function(){
        item.chart.dispatchAction({type:"legendToggleSelect",name:entry.dataset.part});
        button.setAttribute("aria-pressed",button.getAttribute("aria-pressed")==="true"?"false":"true");
        var all=!item.holder.querySelector(".key.parts [aria-pressed=false]"),total=options[item.id].total;
        // A total is told only with all of its parts.
        if(total){item.chart.dispatchAction({type:all?"legendSelect":"legendUnSelect",name:total})}})})}

        """#

    private static let saving = #"""
        function save(blob,name){
        var link=document.createElement("a");
        link.href=URL.createObjectURL(blob);link.download=name;
        document.body.appendChild(link);link.click();link.remove();
        setTimeout(function(){URL.revokeObjectURL(link.href)},1000)}
        function picture(item,name){
        var box=item.box.getBoundingClientRect(),image=new Image(),canvas=document.createElement("canvas");
        canvas.width=box.width*2;canvas.height=box.height*2;
        image.onload=function(){
        var pen=canvas.getContext("2d");
        pen.fillStyle=ready("--paper");pen.fillRect(0,0,canvas.width,canvas.height);
        pen.drawImage(image,0,0,canvas.width,canvas.height);
        canvas.toBlob(function(blob){save(blob,name+".png")})};
        image.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(item.chart.renderToSVGString())}
        function data(item,name){
        var table=(document.getElementById(item.holder.dataset.table)||item.holder).querySelector("table");
        var text=Array.prototype.map.call(table.rows,function(row){
        return Array.prototype.map.call(row.cells,function(cell){
        var words=cell.textContent.trim();
        if(cell.classList.contains("n")&&cell.tagName==="TD"){words=words.replace(/,(?=\d{3})/g,"")}
        return /[",\n]/.test(words)?'"'+words.replace(/"/g,'""')+'"':words}).join(",")}).join("\r\n");
        save(new Blob(["\ufeff"+text+"\r\n"],{type:"text/csv"}),name+".csv")}
        function tools(item){
        var row=document.createElement("p"),caption=item.holder.querySelector("figcaption"),
        name=document.title+" "+(caption?caption.textContent:item.id);
        row.className="tools";
        [[words.picture,picture],[words.data,data]].forEach(function(one){
        var button=document.createElement("button");button.type="button";button.textContent=one[0];
        button.addEventListener("click",function(){one[1](item,name)});row.appendChild(button)});
        item.said=document.createElement("span");item.said.className="note";item.said.setAttribute("role","status");
        row.appendChild(item.said);
        if(caption){caption.insertAdjacentElement("afterend",row)}else{item.holder.appendChild(row)}}

        """#

    private static let end = #"""
        Object.keys(options).sort().forEach(start);
        window.addEventListener("resize",function(){live.forEach(function(item){item.chart.resize()})});
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change",function(){
        live.forEach(function(item){item.chart.setOption(dress(options[item.id]))})});
        function show(drawings){live.forEach(function(item){
        item.drawing.style.display=drawings?"":"none";item.box.style.display=drawings?"none":""})}
        window.addEventListener("beforeprint",function(){show(true)});
        window.addEventListener("afterprint",function(){show(false)});
        })();
        """#
}
